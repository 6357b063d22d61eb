"""Seeds of participating groups wait to be promoted; an article headlined “Promote” had its page under the address of that act."""

import django.db.models.deletion
from django.db import migrations, models


def rename(apps, schema_editor):
    apps.get_model("seeds", "Seed").objects.filter(slug="promote").update(slug="seed")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0011_promotion"), ("seeds", "0008_lists_of_tags_sources_days")]
    operations = [
        migrations.AddField(
            "seed", "taken_off",
            models.ForeignKey(
                db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.entry"
            ),
        ),
        migrations.AddField("seed", "waits_for_front", models.BooleanField(default=False)),
        migrations.RunPython(rename, migrations.RunPython.noop, elidable=True),
    ]
