"""Our thin layer over Django: decisions, refusals, requests, safe fetching."""
