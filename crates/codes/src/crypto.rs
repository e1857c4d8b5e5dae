//! The few calls of WebCrypto that sealing and locking are made of.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

/// What fails does so without a reason: WebCrypto gives none, so that nobody learns from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Failed;

impl From<JsValue> for Failed {
    fn from(_: JsValue) -> Failed {
        Failed
    }
}

fn crypto() -> Option<Crypto> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
    crypto.is_object().then(|| crypto.unchecked_into())
}

/// A random number; `None` in a browser that draws none.
pub fn random() -> Option<u32> {
    bytes().map(u32::from_le_bytes)
}

/// As many random bytes as are asked for.
pub(crate) fn bytes<const COUNT: usize>() -> Option<[u8; COUNT]> {
    let mut bytes = [0; COUNT];
    crypto()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// The browser's cryptography.
#[derive(Clone, Debug)]
pub(crate) struct Subtle(SubtleCrypto);

impl Subtle {
    /// `None` on a page that came without https: there it is closed.
    pub(crate) fn find() -> Option<Subtle> {
        let subtle = Reflect::get(&crypto()?.into(), &"subtle".into()).ok()?;
        subtle.is_object().then(|| Subtle(subtle.unchecked_into()))
    }

    /// A fresh pair on P-256: the private key and the public one.
    pub(crate) async fn pair(&self) -> Result<(CryptoKey, CryptoKey), Failed> {
        let pair = settled(self.0.generate_key_with_object(&curve(), true, &usages(&["deriveBits"]))).await?;
        let of = |name: &str| Reflect::get(&pair, &name.into()).map(JsCast::unchecked_into);
        Ok((of("privateKey")?, of("publicKey")?))
    }

    /// A public key, from a point that begins with its 4.
    pub(crate) async fn public(&self, point: &[u8]) -> Result<CryptoKey, Failed> {
        let raw = Uint8Array::from(point);
        Ok(settled(self.0.import_key_with_object("raw", &raw, &curve(), true, &usages(&[]))).await?.unchecked_into())
    }

    /// A key on P-256 from its parts as a JSON Web Key has them: the private one when there is a `d`.
    pub(crate) async fn import(&self, parts: &[(&str, &str)]) -> Result<CryptoKey, Failed> {
        let mut fields = vec![("kty", JsValue::from("EC")), ("crv", "P-256".into())];
        fields.extend(parts.iter().map(|(name, value)| (*name, JsValue::from(*value))));
        let secret = parts.iter().any(|(name, _)| *name == "d");
        let usages = usages(if secret { &["deriveBits"] } else { &[] });
        Ok(settled(self.0.import_key_with_object("jwk", &object(&fields), &curve(), true, &usages))
            .await?
            .unchecked_into())
    }

    /// Parts of a key as a JSON Web Key has them.
    pub(crate) async fn parts(&self, key: &CryptoKey, names: &[&str]) -> Result<Vec<String>, Failed> {
        let exported = settled(self.0.export_key("jwk", key)).await?;
        names.iter().map(|name| Reflect::get(&exported, &(*name).into())?.as_string().ok_or(Failed)).collect()
    }

    /// The point of a public key, with its 4 in front.
    pub(crate) async fn point(&self, key: &CryptoKey) -> Result<Vec<u8>, Failed> {
        Ok(read(settled(self.0.export_key("raw", key)).await?))
    }

    /// SHA-256.
    pub(crate) async fn digest(&self, bytes: &[u8]) -> Result<Vec<u8>, Failed> {
        Ok(read(settled(self.0.digest_with_str_and_js_u8_array("SHA-256", &Uint8Array::from(bytes))).await?))
    }

    /// The key for AES that both sides of an exchange come to, bound to `about`.
    pub(crate) async fn agree(
        &self,
        private: &CryptoKey,
        public: &CryptoKey,
        about: &[u8],
        usage: &str,
    ) -> Result<CryptoKey, Failed> {
        let exchange = object(&[("name", "ECDH".into()), ("public", public.into())]);
        let shared = settled(self.0.derive_bits_with_object(&exchange, private, 256)).await?;
        let derive = object(&[
            ("name", "HKDF".into()),
            ("hash", "SHA-256".into()),
            ("salt", Uint8Array::new_with_length(0).into()),
            ("info", Uint8Array::from(about).into()),
        ]);
        self.derived(&shared.unchecked_into(), &derive, usage).await
    }

    /// The key for AES that belongs to a password and its salt.
    pub(crate) async fn stretched(
        &self,
        password: &str,
        salt: &[u8],
        rounds: u32,
        usage: &str,
    ) -> Result<CryptoKey, Failed> {
        let derive = object(&[
            ("name", "PBKDF2".into()),
            ("hash", "SHA-256".into()),
            ("salt", Uint8Array::from(salt).into()),
            ("iterations", rounds.into()),
        ]);
        self.derived(&Uint8Array::from(password.as_bytes()).into(), &derive, usage).await
    }

    async fn derived(&self, from: &Object, derive: &Object, usage: &str) -> Result<CryptoKey, Failed> {
        let name = object(&[("name", Reflect::get(derive, &"name".into())?)]);
        let base = settled(self.0.import_key_with_object("raw", from, &name, false, &usages(&["deriveKey"]))).await?;
        let aes = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
        let usages = usages(&[usage]);
        Ok(settled(self.0.derive_key_with_object_and_object(derive, base.unchecked_ref(), &aes, false, &usages))
            .await?
            .unchecked_into())
    }

    /// Encrypts with AES-GCM; its proof is behind what comes out.
    pub(crate) async fn encrypt(&self, key: &CryptoKey, iv: &[u8; IV], bytes: &[u8]) -> Result<Vec<u8>, Failed> {
        Ok(read(settled(self.0.encrypt_with_object_and_js_u8_array(&gcm(iv), key, &Uint8Array::from(bytes))).await?))
    }

    /// Opens what [`Subtle::encrypt`] made; fails when anything about it differs.
    pub(crate) async fn decrypt(&self, key: &CryptoKey, iv: &[u8; IV], bytes: &[u8]) -> Result<Vec<u8>, Failed> {
        Ok(read(settled(self.0.decrypt_with_object_and_js_u8_array(&gcm(iv), key, &Uint8Array::from(bytes))).await?))
    }
}

/// How long an initial value of AES-GCM is.
pub(crate) const IV: usize = 12;

fn gcm(iv: &[u8; IV]) -> Object {
    object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(iv.as_slice()).into())])
}

fn curve() -> Object {
    object(&[("name", "ECDH".into()), ("namedCurve", "P-256".into())])
}

fn usages(names: &[&str]) -> JsValue {
    names.iter().map(|name| JsValue::from(*name)).collect::<Array>().into()
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn read(buffer: JsValue) -> Vec<u8> {
    Uint8Array::new(&buffer).to_vec()
}

async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, Failed> {
    Ok(JsFuture::from(promise?).await?)
}
