"""Every figure beside the words that it rests on."""
