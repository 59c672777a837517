//! Mails (RFC 5322 with MIME): the message, and the articles attached to it.

use mail_parser::{Address, MessageParser, MimeHeaders, PartType};

use super::unpack::Member;
use super::{Format, Input, Metadata, Saying};

/// The articles of the mail `bytes`, named in `name`: the message itself, then its attachments.
///
/// The error says why there are none.
pub(super) fn members(name: &str, bytes: &[u8]) -> Result<Vec<Member>, Saying> {
    let mail = MessageParser::new()
        .parse(bytes)
        .filter(|mail| !mail.headers().is_empty())
        .ok_or_else(|| Saying::new("the file is no mail: it has no header"))?;
    let mut meta = Metadata::default();
    let subject = mail.subject().unwrap_or_default().to_owned();
    meta.tell("title", &subject, "mail header");
    let date = mail.date().filter(|date| date.is_valid());
    let date = match date {
        Some(date) => format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
        // What is no date is told of as it stands.
        None => mail.header_raw("Date").unwrap_or_default().to_owned(),
    };
    meta.tell("published", &date, "mail header");
    let sender = mail.from().and_then(Address::first);
    let sender = sender.and_then(|from| from.name.as_deref().or(from.address.as_deref()));
    meta.tell("author", sender.unwrap_or_default(), "mail header");

    let page = mail.html_part(0).and_then(|part| match &part.body {
        PartType::Html(html) => Some(html),
        _ => None,
    });
    let (text, format) = match page {
        Some(html) => {
            let title = html_escape::encode_text(&subject);
            (format!("<h1>{title}</h1>\n{html}"), Format::Fragment)
        }
        None => {
            let text = mail.body_text(0).unwrap_or_default();
            (format!("{subject}\n\n{text}"), Format::Text)
        }
    };
    let message = Input {
        format: Some(format),
        meta,
        ..Input::new(name, text)
    };
    let mut members = vec![Member::Article(Box::new(message))];
    for (number, part) in mail.attachments().enumerate() {
        let Some(file) = part.attachment_name() else {
            continue;
        };
        let file = super::unpack::safe_name(file, number);
        let bytes = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.as_bytes().to_vec(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
            PartType::Message(_) | PartType::Multipart(_) => continue,
        };
        members.push(Member::File {
            name: format!("{name}/{file}"),
            bytes,
        });
    }
    Ok(members)
}
