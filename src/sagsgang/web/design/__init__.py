"""What all pages have in common: frame, language, error pages and how dates are written."""
