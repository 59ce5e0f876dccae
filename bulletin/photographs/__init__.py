"""Photographs: files that anybody may have made → pixels, upright and in sRGB, with nothing else of the file."""
