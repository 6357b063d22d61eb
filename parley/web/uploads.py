"""Uploaded files: in memory, and never more of them than fits, however long the request is."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST = 20_000_000
"""Bytes of all files of one request, four photographs; the form that asked says when a file is larger."""
File = InMemoryUploadedFile
"""What a form finds in `request.FILES`."""


class Bounded(FileUploadHandler):
    """Keeps one byte more than fits, by which a page sees that a file is too large, and passes over the rest."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = MOST + 1
        self.file = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 -- Django's signature
        kept = raw_data[: self.room]
        self.room -= len(kept)
        self.file.write(kept)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:  # noqa: ARG002 -- as above
        size = self.file.tell()
        self.file.seek(0)
        return InMemoryUploadedFile(
            self.file, self.field_name, self.file_name or "", self.content_type, size, self.charset, self.content_type_extra
        )
