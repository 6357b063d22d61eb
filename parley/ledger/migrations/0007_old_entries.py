"""Entries from before there was a tree get a salt, a digest that the tree takes, and wait for their places."""

from django.db import migrations

from parley.ledger import content


def salt(apps, schema_editor):
    Entry, Place = apps.get_model("ledger", "Entry"), apps.get_model("ledger", "Place")
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=1000):
        entry.salt = content.new_salt()
        entry.digest = content.digest_of(content.leaf_of(entry))
        entry.save(update_fields=["salt", "digest"])
        Place.objects.create(entry=entry)


class Migration(migrations.Migration):

    dependencies = [("ledger", "0006_tree")]

    operations = [migrations.RunPython(salt, migrations.RunPython.noop, elidable=True)]
