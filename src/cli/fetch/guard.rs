//! Which machines a run may talk to: decided on the very addresses that a connection is then opened to, so that a name
//! cannot mean one machine when it is looked at and another when it is used.

use std::fmt::{self, Debug, Display};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Which addresses may be connected to.
pub type Policy = fn(IpAddr) -> bool;

/// Looks names up with `names` and refuses those of which any address is not allowed.
#[derive(Debug)]
pub struct Guarded<R> {
    pub names: R,
    pub allows: Policy,
}

impl<R: Resolver> Resolver for Guarded<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        match found.iter().find(|address| !(self.allows)(address.ip())) {
            Some(private) => Err(ureq::Error::Other(Box::new(Refused {
                host: uri.host().unwrap_or_default().to_owned(),
                address: private.ip(),
            }))),
            None => Ok(found),
        }
    }
}

/// A name that leads to a machine that may not be talked to.
#[derive(Debug)]
pub struct Refused {
    host: String,
    address: IpAddr,
}

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} is at {}, an address of this machine or of a private network; --fetch-private reads it all the same",
            self.host, self.address
        )
    }
}

impl std::error::Error for Refused {}

/// Any machine.
pub fn any(_: IpAddr) -> bool {
    true
}

/// Whether `address` is one of the public internet: no address of this machine, of a private or a shared network, of a link,
/// of a group or of documentation, in IPv6 neither by itself nor as an IPv4 address inside. After the special-purpose address
/// registries of IANA (RFC 6890).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || a == 0
        || (a == 100 && (64..128).contains(&b))
        || (a, b, c) == (192, 0, 0)
        || (a, b, c) == (192, 88, 99)
        || (a == 198 && (18..20).contains(&b))
        // Groups, and what is kept for the future.
        || a >= 224)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let parts = address.segments();
    let inner = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match parts {
        // An IPv4 address behind a translator, or one that is carried as it is.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0, 0, 0, 0, 0, 0xffff, high, low] => {
            inner(high, low)
        }
        [0x2002, high, low, ..] => inner(high, low),
        // Tunnels and other protocols.
        [0x2001, second, ..] if second < 0x200 => false,
        [0x2001, 0xdb8, ..] => false,
        [0x3fff, second, ..] if second < 0x1000 => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}
