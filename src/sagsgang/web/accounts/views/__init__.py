"""The pages of one's own account, of all accounts, and the door to an identity provider."""
