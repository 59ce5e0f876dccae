"""What the editor says before the articles begin."""
