"""Edition → HTML → PDF: templates, line setting, and all that leans on the engine that lays out pages."""
