"""What happens when somebody posts, edits, votes, or seeds: facts are gathered, the rules judged, the services below called."""
