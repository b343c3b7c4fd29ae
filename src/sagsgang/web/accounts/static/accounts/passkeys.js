// Ties allauth's passkey forms to our pages: which button starts, and what is said when it fails.
const passkeys = window.allauth.webauthn.forms;
const by = (id) => document.getElementById(id);

if (by("passkey-login-button")) {
  passkeys.loginForm({ ids: { login: "passkey-login-button", credential: "passkey-credential" } });
}
if (by("passkey-confirm-button")) {
  passkeys.authenticateForm({
    ids: { authenticate: "passkey-confirm-button", credential: "id_credential", data: "passkey-data" },
  });
}
if (by("passkey-add-button")) {
  passkeys.addForm({
    ids: {
      add: "passkey-add-button",
      passwordless: "id_passwordless",
      credential: "id_credential",
      data: "passkey-data",
    },
  });
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  by("passkey-failure").hidden = false;
});
