"""Edition → bytes: HTML, PDF, DOCX. Writers place; they word, count and choose nothing."""
