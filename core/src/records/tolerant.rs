//! Reading what a later version wrote: values that this one does not know are passed over, and kept when the record is written again.

use ciborium::Value;
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

/// The elements of a list that this version can read.
///
/// # Errors
/// When it is no list.
pub(crate) fn known_elements<'de, D: Deserializer<'de>, C: FromIterator<T>, T: DeserializeOwned>(
    from: D,
) -> Result<C, D::Error> {
    let all = Vec::<Value>::deserialize(from)?;
    Ok(all.into_iter().filter_map(|value| value.deserialized().ok()).collect())
}

/// The entries of a map that this version can read.
///
/// # Errors
/// When it is no map.
pub(crate) fn known_entries<'de, D, C, K, V>(from: D) -> Result<C, D::Error>
where
    D: Deserializer<'de>,
    C: FromIterator<(K, V)>,
    K: DeserializeOwned,
    V: DeserializeOwned,
{
    let Value::Map(all) = Value::deserialize(from)? else { return Err(serde::de::Error::custom("it is no map")) };
    Ok(all
        .into_iter()
        .filter_map(|(key, value)| Some((key.deserialized().ok()?, value.deserialized().ok()?)))
        .collect())
}

/// The value, or the default of its type in the place of one that this version does not know.
///
/// # Errors
/// When the bytes are not of the encoding.
pub(crate) fn known_or_default<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(
    from: D,
) -> Result<T, D::Error> {
    Ok(Value::deserialize(from)?.deserialized().unwrap_or_default())
}

/// What to write of a field: `new`, with all of `stored` that this version did not see. `seen` is what it read of `stored`.
pub(super) fn with_unknown(stored: &Value, seen: &Value, new: Value) -> Value {
    if *seen == new {
        return stored.clone();
    }
    match (stored, seen, new) {
        (Value::Array(stored), Value::Array(seen), Value::Array(new)) => {
            let whole = |value: Value| {
                let from = stored.iter().find(|one| seen.contains(&value) && shows(one, &value));
                from.cloned().unwrap_or(value)
            };
            let unseen = stored.iter().filter(|one| !seen.iter().any(|value| shows(one, value))).cloned();
            Value::Array(new.into_iter().map(whole).chain(unseen).collect())
        }
        (Value::Map(stored), Value::Map(seen), Value::Map(new)) => {
            let unseen = stored.iter().filter(|(key, _)| of(seen, key).is_none()).cloned();
            let kept = new.into_iter().map(|(key, value)| match (of(stored, &key), of(seen, &key)) {
                (Some(stored), Some(seen)) => (key, with_unknown(stored, seen, value)),
                _ => (key, value),
            });
            Value::Map(kept.chain(unseen).collect())
        }
        (_, _, new) => new,
    }
}

/// Whether `seen` is what this version reads of `stored`: the same, or without entries that it does not know, and with null for those that
/// are not there.
pub(super) fn shows(stored: &Value, seen: &Value) -> bool {
    match (stored, seen) {
        (Value::Map(stored), Value::Map(seen)) => {
            seen.iter().all(|(key, value)| of(stored, key).map_or(value.is_null(), |stored| shows(stored, value)))
        }
        _ => stored == seen,
    }
}

fn of<'v>(map: &'v [(Value, Value)], key: &Value) -> Option<&'v Value> {
    map.iter().find(|(other, _)| other == key).map(|(_, value)| value)
}
