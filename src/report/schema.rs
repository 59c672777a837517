use schemars::generate::SchemaSettings;

use super::Report;

/// The JSON Schema (draft 2020-12) of [`Report`] as it is written, pretty-printed and with a line end.
///
/// A key that may be absent is not required; every other key is.
pub fn json_schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<Report>();
    // A schema is plain JSON: `{:#}` prints it as such and cannot fail.
    format!("{:#}\n", schema.as_value())
}
