//! IP address blocks: `cidrsubnet`, `cidrhost`, ...

use super::arguments::{NUMBER, Param, Signature, TEXT, string_data};
use super::{Arguments, FunctionError, Value};
use num_bigint::{BigInt, Sign};
use std::net::{Ipv4Addr, Ipv6Addr};

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("cidrhost", &[TEXT, NUMBER], cidrhost),
    Signature::new("cidrnetmask", &[TEXT], cidrnetmask),
    Signature::new("cidrsubnet", &[TEXT, NUMBER, NUMBER], cidrsubnet),
    Signature::new("cidrsubnets", &[TEXT], cidrsubnets).rest(BITS),
];

const BITS: Param = NUMBER;

/// An address block; of an IPv4 block only the low 32 bits are used.
#[derive(Clone, Copy)]
struct Block {
    address: u128,
    /// Leading bits that are the same for all addresses.
    prefix: u32,
    /// 32 or 128.
    width: u32,
}

/// Four decimal numbers; unlike the standard library's parser this allows leading zeros, as Terraform does.
fn parse_v4(text: &str) -> Option<u128> {
    let mut address = 0;
    let mut count = 0;
    for octet in text.split('.') {
        if octet.is_empty() || octet.len() > 10 || !octet.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        address = (address << 8) | u128::from(octet.parse::<u64>().ok().filter(|octet| *octet <= 255)?);
        count += 1;
    }
    (count == 4).then_some(address)
}

impl Block {
    fn parse(text: &str) -> Option<Block> {
        let (address, prefix) = text.split_once('/')?;
        let (address, width) = match parse_v4(address) {
            Some(address) => (address, 32),
            None => (u128::from(address.parse::<Ipv6Addr>().ok()?), 128),
        };
        if prefix.is_empty() || prefix.len() > 3 || !prefix.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let prefix = prefix.parse().ok().filter(|prefix| *prefix <= width)?;
        let block = Block { address, prefix, width };
        Some(Block { address: address & !block.host_mask(), ..block })
    }

    /// The bits that differ between its addresses.
    fn host_mask(self) -> u128 {
        let bits = self.width - self.prefix;
        if bits == 128 { u128::MAX } else { (1 << bits) - 1 }
    }

    /// An IPv4 address inside IPv6, which is written as the IPv4 address that it is.
    fn is_mapped(self) -> bool {
        self.width == 128 && self.address >> 32 == 0xffff
    }

    fn show_address(self) -> String {
        match u32::try_from(self.address & u128::from(u32::MAX)) {
            Ok(address) if self.width == 32 || self.is_mapped() => Ipv4Addr::from(address).to_string(),
            _ => Ipv6Addr::from(self.address).to_string(),
        }
    }

    fn show(self) -> String {
        let prefix = if self.is_mapped() { self.prefix.saturating_sub(96) } else { self.prefix };
        format!("{}/{prefix}", self.show_address())
    }

    /// Puts a number into the address so that its last bit ends a prefix of `prefix` bits. Like Terraform this
    /// keeps bits that do not fit and takes the magnitude of what a negative number makes.
    fn insert(self, number: BigInt, prefix: i64) -> Option<u128> {
        // Zero stays zero, however far it is shifted; of anything else nothing is left inside of the address.
        let shift = u64::try_from(i64::from(self.width).saturating_sub(prefix)).ok()?;
        if shift > u64::from(self.width) {
            return (number.sign() == Sign::NoSign).then_some(self.address);
        }
        let inserted = BigInt::from(self.address) | (number << shift);
        let bytes = inserted.into_parts().1;
        u128::try_from(bytes).ok().filter(|address| self.width == 128 || *address >> 32 == 0)
    }
}

fn block(args: &Arguments<'_>) -> Result<Block, FunctionError> {
    let wrong = || FunctionError::at(0, "an address block like 10.0.0.0/16 is required");
    Block::parse(args.text(0)?).ok_or_else(wrong)
}

fn whole(args: &Arguments<'_>, at: usize) -> Result<BigInt, FunctionError> {
    args.number(at)?.to_integer().ok_or_else(|| FunctionError::at(at, "a whole number is required"))
}

/// The low 64 bits of the magnitude: all that Terraform compares with a limit.
fn low_bits(number: &BigInt) -> u64 {
    number.iter_u64_digits().next().unwrap_or(0)
}

fn cidrhost(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let block = block(args)?;
    let number = whole(args, 1)?;
    let last = BigInt::from(block.host_mask());
    let (number, compared) = match number.sign() {
        Sign::Minus => (&last + 1 + &number, -number - 1),
        _ => (number.clone(), BigInt::from(low_bits(&number).cast_signed())),
    };
    let width = if block.is_mapped() { 32 } else { i64::from(block.width) };
    let host = if compared > last { None } else { block.insert(number, width) };
    let too_far = || FunctionError::at(1, format!("the block's last address has the number {last}"));
    let address = host.ok_or_else(too_far)?;
    args.string(Block { address, ..block }.show_address())
}

fn cidrnetmask(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let block = block(args)?;
    if block.width != 32 {
        return Err(FunctionError::at(0, "only an IPv4 block has a network mask"));
    }
    args.string(Block { address: u128::from(u32::MAX) & !block.host_mask(), ..block }.show_address())
}

/// The number of bits that an argument adds to the prefix.
fn new_bits(args: &Arguments<'_>, at: usize, block: Block) -> Result<u32, FunctionError> {
    let bits = u32::try_from(args.integer(at)?).ok();
    let bits = bits.ok_or_else(|| FunctionError::at(at, "the number of bits must not be negative"))?;
    if bits > block.width - block.prefix {
        let room = block.width - block.prefix;
        return Err(FunctionError::at(at, format!("the block has only {room} bits left, not {bits}")));
    }
    Ok(bits)
}

fn cidrsubnet(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let block = block(args)?;
    // A negative number of bits gives a larger block.
    let bits = args.integer(1)?;
    let number = whole(args, 2)?;
    let prefix = i64::from(block.prefix).saturating_add(bits);
    if prefix > i64::from(block.width) {
        let room = block.width - block.prefix;
        return Err(FunctionError::at(1, format!("the block has only {room} bits left, not {bits}")));
    }
    let limit = if (0..64).contains(&bits) { (1u64 << bits) - 1 } else { u64::MAX };
    let address = if low_bits(&number) > limit { None } else { block.insert(number, prefix) };
    let address =
        address.ok_or_else(|| FunctionError::at(2, format!("{bits} bits do not hold this number")))?;
    match u32::try_from(prefix) {
        Ok(prefix) => args.string(Block { address, prefix, ..block }.show()),
        // What Terraform says of a block larger than all addresses.
        Err(_) => args.string("<nil>"),
    }
}

fn cidrsubnets(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let block = block(args)?;
    let origin = args.origin();
    let sensitive = args.sensitive();
    let mut blocks = Vec::new();
    // Offset of the first free address; none once the block is used up.
    let mut free = Some(0u128);
    for at in 1..args.len() {
        let bits = new_bits(args, at, block)?;
        if bits == 0 || bits > 32 {
            return Err(FunctionError::at(at, "a block must add between 1 and 32 bits to the prefix"));
        }
        let full = || FunctionError::at(at, "there is no room left in the block");
        let prefix = block.prefix + bits;
        let size = 1u128.checked_shl(block.width - prefix).ok_or_else(full)?;
        let offset = free.and_then(|free| free.checked_next_multiple_of(size)).ok_or_else(full)?;
        if offset > block.host_mask() {
            return Err(full());
        }
        let part = Block { address: block.address | offset, prefix, ..block };
        blocks.push(Value { data: string_data(&part.show()), origin: origin.clone(), sensitive });
        free = offset.checked_add(size);
    }
    args.list(blocks)
}
