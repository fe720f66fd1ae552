//! A file of results that is one long list and a few words about it, read an item at a time: who reads it can do something else between two
//! items.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::Error;
use serde_json::value::RawValue;

use crate::outside;

/// A JSON object with a list in it, taken apart but not yet read.
#[derive(Debug)]
pub struct LongList<'a> {
    /// The object without the items of its list.
    head: String,
    items: Vec<&'a RawValue>,
}

impl<'a> LongList<'a> {
    /// Takes an object apart at the list that it has under the name `list`. Anything that is not such an object is refused, with
    /// what is wrong with it.
    pub fn new(text: &'a str, list: &str) -> Result<LongList<'a>, String> {
        LongList::apart(text, list).map_err(|error| outside::said(&error.to_string()))
    }

    fn apart(text: &'a str, list: &str) -> Result<LongList<'a>, serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(transparent)]
        struct Fields<'a>(#[serde(borrow)] BTreeMap<String, &'a RawValue>);
        let Fields(mut fields) = serde_json::from_str(text)?;
        let items = fields
            .remove(list)
            .ok_or_else(|| serde_json::Error::custom(format!("it has no {list}")))?;
        let items = serde_json::from_str(items.get())?;
        let empty: &RawValue = serde_json::from_str("[]")?;
        fields.insert(list.to_owned(), empty);
        let head = serde_json::to_string(&fields)?;
        Ok(LongList { head, items })
    }

    /// The text of the object with an empty list.
    pub fn head(&self) -> &str {
        &self.head
    }

    /// The texts of the items, in order; each is read by [`outside::json`].
    pub fn items(&self) -> impl Iterator<Item = &'a str> {
        self.items.iter().map(|item| item.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::latent::Latents;
    use serde_json::Value;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, &[&str]), &str>) {
        let found = LongList::new(text, "list");
        let found = found.as_ref().map(|list| {
            let items: Vec<&str> = list.items().collect();
            (list.head.as_str(), items)
        });
        match (found, expected) {
            (Ok((head, items)), Ok((expected_head, expected_items))) => {
                assert_eq!((head, &items[..]), (expected_head, expected_items));
            }
            (Err(error), Err(expected)) => assert!(error.contains(expected), "{error}"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_object_is_taken_apart_at_its_list() {
        check(r#"{"list":[]}"#, Ok((r#"{"list":[]}"#, &[])));
        check(
            r#"{"a":{"list":[0]},"list":[1, {"b":[2,3]},"]"],"c":4}"#,
            Ok((
                r#"{"a":{"list":[0]},"c":4,"list":[]}"#,
                &["1", r#"{"b":[2,3]}"#, "\"]\""],
            )),
        );
        check(r#"{"other":[]}"#, Err("it has no list"));
        check(r#"{"list":3}"#, Err("invalid type: integer `3`"));
        check(r#"{"list":[1,2"#, Err("EOF"));
        check("[]", Err("invalid type: sequence"));
    }

    #[test]
    fn a_published_file_is_what_its_parts_are() {
        let text = include_str!("../../../public/results/latent.json");
        let list = LongList::new(text, "models").unwrap();
        let mut whole: Value = serde_json::from_str(list.head()).unwrap();
        let items = list.items().map(|item| serde_json::from_str(item).unwrap());
        whole["models"] = Value::Array(items.collect());
        assert_eq!(serde_json::from_str::<Value>(text).unwrap(), whole);
        let head: Latents = serde_json::from_str(list.head()).unwrap();
        assert!(head.models.is_empty());
    }
}
