"""`watch`: the pages as they will print, their problems and their article, in a browser on this machine."""
