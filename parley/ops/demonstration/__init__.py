"""The demo community: texts read from files, and people's acts done through the same services as on the site."""
