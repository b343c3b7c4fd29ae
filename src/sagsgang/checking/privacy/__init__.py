"""What may not be published about people: where it stands, and how it is told without telling it.

No message, log or report holds a personal number, an address or a name in full: `masking`.
"""
