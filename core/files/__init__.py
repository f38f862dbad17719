"""Every file format, each owned by one module: draft, Word, web page, import, sign-off; and the life of a draft."""
