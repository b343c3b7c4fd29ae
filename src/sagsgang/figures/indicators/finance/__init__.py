"""The municipality's economy: accounts, follow-up, frames, and what amounts come to."""
