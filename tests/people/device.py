"""A device that makes and shows passkeys, as a browser would send them."""

import hashlib
import json
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData


class Device:
    def __init__(self, origin: str = "http://localhost") -> None:
        self.origin, self.key, self.id = origin, ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(32)
        self.flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV
        self.owner = b""

    def make(self, options: dict) -> str:
        """For `navigator.credentials.create`: the credential as JSON."""
        self.owner = options["publicKey"]["user"]["id"]
        kept = AttestedCredentialData.create(Aaguid.NONE, self.id, ES256.from_cryptography_key(self.key.public_key()))
        data = AuthenticatorData.create(self._site(options["publicKey"]["rp"]["id"]), self.flags | AuthenticatorData.FLAG.AT, 0, kept)
        made = AttestationObject.create("none", data, {})
        return self._said(options, "webauthn.create", {"attestationObject": websafe_encode(made)})

    def show(self, options: dict) -> str:
        """For `navigator.credentials.get`."""
        data = AuthenticatorData.create(self._site(options["publicKey"]["rpId"]), self.flags, 1)
        said = self._client(options, "webauthn.get")
        signature = self.key.sign(bytes(data) + hashlib.sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        return self._said(options, "webauthn.get", {
            "authenticatorData": websafe_encode(data), "signature": websafe_encode(signature), "userHandle": self.owner,
        })  # fmt: skip

    def _site(self, name: str) -> bytes:
        return hashlib.sha256(name.encode()).digest()

    def _client(self, options: dict, kind: str) -> bytes:
        said = {"type": kind, "challenge": options["publicKey"]["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _said(self, options: dict, kind: str, answer: dict) -> str:
        name = websafe_encode(self.id)
        response = {"clientDataJSON": websafe_encode(self._client(options, kind)), **answer}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": {}})
