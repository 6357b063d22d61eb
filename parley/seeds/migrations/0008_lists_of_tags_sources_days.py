"""A tag's seeds, a publisher's, and those of a day are read newest first. The table of tags is the one that stood there."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("seeds", "0007_most_discussed")]
    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[
            migrations.CreateModel(
                name="Tagging",
                fields=[
                    ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                    ("seed", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="taggings", to="seeds.seed")),
                    ("tag", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="seeds.tag")),
                ],
                options={"db_table": "seeds_seed_tags", "unique_together": {("seed", "tag")}},
            ),
            migrations.AlterField(
                "seed", "tags", models.ManyToManyField(related_name="+", through="seeds.Tagging", to="seeds.tag")
            ),
        ]),
        migrations.AddIndex("tagging", models.Index(fields=["tag", "-seed"], name="tag_newest")),
        migrations.AddIndex("seed", models.Index(fields=["source", "-id"], name="seed_source_newest")),
        migrations.AddIndex("seed", models.Index(fields=["-created_at"], name="seed_by_day")),
    ]
