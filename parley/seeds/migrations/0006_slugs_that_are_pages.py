"""Articles headlined “Live”, “News”, or “Strain” had their page under the address of another one."""

from django.db import migrations


def rename(apps, schema_editor):
    apps.get_model("seeds", "Seed").objects.filter(slug__in=("live", "news", "strain")).update(slug="seed")


class Migration(migrations.Migration):
    dependencies = [("seeds", "0005_lists_without_an_index_of_the_unlisted")]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop, elidable=True)]
