"""Terms of the glossary with their explanations."""
