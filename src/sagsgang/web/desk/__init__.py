"""The desk: what waits for me, search over what one may see, and every process of the house."""
