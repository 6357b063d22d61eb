"""How much was said in each discussion, and by how many, as an order of lists."""

from math import log10

from django.db import migrations, models


def fill(apps, schema_editor):
    """As `rankings.discussed.score` did it then."""
    model = apps.get_model("seeds", "Seed")
    some = []
    for seed in model.objects.filter(comment_count__gt=0, discussed=0).only("created_at", "comment_count", "people_count").iterator(1000):
        seed.discussed = log10(seed.comment_count + 4 * seed.people_count) + seed.created_at.timestamp() / 259_200
        some.append(seed)
        if len(some) == 1000:
            model.objects.bulk_update(some, ["discussed"])
            some = []
    model.objects.bulk_update(some, ["discussed"])


class Migration(migrations.Migration):
    dependencies = [("seeds", "0001_squashed_0006_slugs_that_are_pages")]
    operations = [
        migrations.AddField("seed", "discussed", models.FloatField(default=0)),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex("seed", models.Index(fields=["-discussed", "-id"], name="seed_discussed")),
        migrations.AddIndex("seed", models.Index(fields=["group", "-discussed", "-id"], name="seed_group_discussed")),
    ]
