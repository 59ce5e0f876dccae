"""The list of what stands in the paper (目录), with the pages."""
