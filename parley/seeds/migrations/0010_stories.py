"""Seeds of the same address share a story; what was seeded before is compared by nothing else."""

from hashlib import sha256

from django.db import migrations, models


def fill(apps, schema_editor):
    """As `stories.digest_of` did it then."""
    model = apps.get_model("seeds", "Seed")
    some = []
    for seed in model.objects.filter(story="").exclude(canonical_url="").only("canonical_url").iterator(1000):
        seed.story = sha256(" ".join(seed.canonical_url.split()).encode()).hexdigest()[:16]
        some.append(seed)
        if len(some) == 1000:
            model.objects.bulk_update(some, ["story"])
            some = []
    model.objects.bulk_update(some, ["story"])


class Migration(migrations.Migration):
    dependencies = [("seeds", "0009_promotion")]
    operations = [
        migrations.AddField("seed", "story", models.CharField(blank=True, default="", max_length=16), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AlterField("seed", "story", models.CharField(blank=True, db_index=True, max_length=16)),
    ]
