"""What one kind of block does, tried on its sample in the sample project."""
