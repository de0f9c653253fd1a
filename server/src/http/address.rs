//! Where a request comes from.

use std::{net::IpAddr, str::FromStr};

use axum::http::HeaderMap;
use serde::{Deserialize, Deserializer, de::Error};

/// A network: `192.0.2.0/24`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

impl Network {
    fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(a), IpAddr::V4(b)) => (a.to_bits() ^ b.to_bits()).checked_shr(32 - self.bits).unwrap_or(0) == 0,
            (IpAddr::V6(a), IpAddr::V6(b)) => {
                (a.to_bits() ^ b.to_bits()).checked_shr(128 - self.bits).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is neither an address nor a network like 192.0.2.0/24");
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| wrong())?;
        if bits > most { Err(wrong()) } else { Ok(Self { address, bits }) }
    }
}

impl<'de> Deserialize<'de> for Network {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// The header in which the proxies say whom they speak for. Only one is believed, since a proxy that writes one of them
/// passes the other on as the client wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// Whom to believe about forwarded addresses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proxies {
    /// The proxies; without any, no header is read.
    pub trusted: Vec<Network>,
    /// What they write.
    pub header: ForwardedHeader,
}

impl Proxies {
    /// The source of a request that came from `peer`: the nearest address that is not a trusted proxy's.
    pub(super) fn source(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut source = peer;
        let trusted = |address| self.trusted.iter().any(|network| network.contains(address));
        let mut hops = self.hops(headers).into_iter().rev();
        while trusted(source) {
            // Each proxy adds the address that it was called from at the end. What cannot be read ends the trust.
            match hops.next().and_then(|hop| hop) {
                Some(hop) => source = hop,
                None => break,
            }
        }
        source
    }

    fn hops(&self, headers: &HeaderMap) -> Vec<Option<IpAddr>> {
        let name = match self.header {
            ForwardedHeader::XForwardedFor => "x-forwarded-for",
            ForwardedHeader::Forwarded => "forwarded",
        };
        let lines = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or_default());
        lines
            .flat_map(|line| line.split(','))
            .map(|hop| match self.header {
                ForwardedHeader::XForwardedFor => address(hop),
                ForwardedHeader::Forwarded => hop.split(';').find_map(|pair| {
                    let (key, value) = pair.split_once('=')?;
                    key.trim().eq_ignore_ascii_case("for").then(|| address(value)).flatten()
                }),
            })
            .collect()
    }
}

/// An address, perhaps in quotes, brackets or with a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    if let Some(rest) = text.strip_prefix('[') {
        return rest.split_once(']')?.0.parse().ok();
    }
    text.parse().ok().or_else(|| text.rsplit_once(':')?.0.parse().ok())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn source(proxies: &Proxies, peer: &str, headers: &[(&'static str, &str)]) -> String {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        proxies.source(peer.parse().unwrap(), &map).to_string()
    }

    #[test]
    fn headers_are_believed_from_configured_proxies_alone() {
        let forged = [("x-forwarded-for", "203.0.113.9")];
        assert_eq!(source(&Proxies::default(), "192.0.2.1", &forged), "192.0.2.1");
        let proxies = Proxies { trusted: vec!["10.0.0.0/8".parse().unwrap()], ..Proxies::default() };
        assert_eq!(source(&proxies, "192.0.2.1", &forged), "192.0.2.1");
        assert_eq!(source(&proxies, "10.1.2.3", &forged), "203.0.113.9");
        assert_eq!(source(&proxies, "10.1.2.3", &[]), "10.1.2.3");
    }

    #[test]
    fn what_the_client_wrote_itself_counts_for_nothing() {
        let proxies = Proxies { trusted: vec!["10.0.0.1".parse().unwrap()], ..Proxies::default() };
        let headers = [("x-forwarded-for", "1.1.1.1, 203.0.113.9"), ("forwarded", "for=2.2.2.2")];
        assert_eq!(source(&proxies, "10.0.0.1", &headers), "203.0.113.9");
        let chain = [("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", "203.0.113.9, 10.0.0.1")];
        assert_eq!(source(&proxies, "10.0.0.1", &chain), "203.0.113.9");
        assert_eq!(source(&proxies, "10.0.0.1", &[("x-forwarded-for", "1.1.1.1, nonsense")]), "10.0.0.1");
    }

    #[test]
    fn the_standard_header_is_read_with_its_quotes_and_ports() {
        let proxies = Proxies { trusted: vec!["::1".parse().unwrap()], header: ForwardedHeader::Forwarded };
        let headers = [("forwarded", "for=1.1.1.1, proto=https;For=\"[2001:db8::7]:4711\"")];
        assert_eq!(source(&proxies, "::1", &headers), "2001:db8::7");
    }

    #[test]
    fn networks_end_where_their_bits_end() {
        let network: Network = "192.0.2.128/25".parse().unwrap();
        assert!(network.contains("192.0.2.200".parse().unwrap()));
        assert!(!network.contains("192.0.2.1".parse().unwrap()));
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("8.8.8.8".parse().unwrap()));
        assert!("192.0.2.0/33".parse::<Network>().is_err());
    }
}
