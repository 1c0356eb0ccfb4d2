import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { mayConnect } from '../../src/ingest/address.ts'
import { fetchPage } from '../../src/ingest/fetch.ts'
import { hostOf, readUrl } from '../../src/ingest/fetch-url.ts'

/** The edges of every closed network, and their neighbours outside. */
const addresses: [address: string, open: boolean, what: string][] = [
  ['0.0.0.0', false, 'unspecified'],
  ['0.255.255.255', false, 'this network'],
  ['1.0.0.0', true, 'after this network'],
  ['1.1.1.1', true, 'a public resolver'],
  ['9.255.255.255', true, 'before 10/8'],
  ['10.0.0.0', false, 'private'],
  ['10.255.255.255', false, 'private'],
  ['11.0.0.0', true, 'after 10/8'],
  ['100.63.255.255', true, 'before carrier-grade NAT'],
  ['100.64.0.0', false, 'carrier-grade NAT'],
  ['100.100.100.200', false, 'Alibaba metadata'],
  ['100.127.255.255', false, 'carrier-grade NAT'],
  ['100.128.0.0', true, 'after carrier-grade NAT'],
  ['126.255.255.255', true, 'before loopback'],
  ['127.0.0.1', false, 'loopback'],
  ['127.255.255.255', false, 'loopback'],
  ['128.0.0.0', true, 'after loopback'],
  ['168.63.129.16', false, 'Azure wire server'],
  ['168.63.129.17', true, 'its neighbour'],
  ['169.253.255.255', true, 'before link-local'],
  ['169.254.0.0', false, 'link-local'],
  ['169.254.169.254', false, 'cloud metadata'],
  ['169.254.170.2', false, 'container credentials'],
  ['169.255.0.0', true, 'after link-local'],
  ['172.15.255.255', true, 'before 172.16/12'],
  ['172.16.0.0', false, 'private'],
  ['172.17.0.1', false, 'a container host'],
  ['172.31.255.255', false, 'private'],
  ['172.32.0.0', true, 'after 172.16/12'],
  ['192.0.0.1', false, 'protocol assignments'],
  ['192.0.0.192', false, 'Oracle metadata'],
  ['192.0.1.1', true, 'between them'],
  ['192.0.2.1', false, 'documentation'],
  ['192.0.3.0', true, 'after documentation'],
  ['192.88.99.1', false, '6to4 relay'],
  ['192.167.255.255', true, 'before 192.168/16'],
  ['192.168.0.1', false, 'private'],
  ['192.168.255.255', false, 'private'],
  ['192.169.0.0', true, 'after 192.168/16'],
  ['198.17.255.255', true, 'before benchmarking'],
  ['198.18.0.0', false, 'benchmarking'],
  ['198.19.255.255', false, 'benchmarking'],
  ['198.20.0.0', true, 'after benchmarking'],
  ['198.51.100.7', false, 'documentation'],
  ['203.0.113.7', false, 'documentation'],
  ['223.255.255.255', true, 'before multicast'],
  ['224.0.0.1', false, 'multicast'],
  ['239.255.255.250', false, 'multicast'],
  ['240.0.0.1', false, 'reserved'],
  ['255.255.255.255', false, 'broadcast'],
  ['::', false, 'unspecified'],
  ['::1', false, 'loopback'],
  ['::7f00:1', false, 'compatible, loopback'],
  ['::8.8.8.8', false, 'compatible'],
  ['::ffff:127.0.0.1', false, 'mapped, loopback'],
  ['::ffff:7f00:1', false, 'mapped, loopback in hexadecimal'],
  ['::ffff:a00:1', false, 'mapped, private'],
  ['::ffff:169.254.169.254', false, 'mapped, metadata'],
  ['::ffff:8.8.8.8', false, 'mapped: nothing public is only there'],
  ['::ffff:0:127.0.0.1', false, 'SIIT'],
  ['64:ff9b::7f00:1', false, 'NAT64, loopback'],
  ['64:ff9b::8.8.8.8', false, 'NAT64'],
  ['64:ff9b:1::a00:1', false, 'local NAT64'],
  ['100::1', false, 'discard-only'],
  ['1fff:ffff::1', false, 'before global unicast'],
  ['2001::1', false, 'Teredo'],
  ['2001:0:7f00:1::', false, 'Teredo'],
  ['2001:2::1', false, 'benchmarking'],
  ['2001:10::1', false, 'ORCHID'],
  ['2001:1ff:ffff::1', false, 'protocol assignments'],
  ['2001:200::1', true, 'a Japanese network'],
  ['2001:4860:4860::8888', true, 'a public resolver'],
  ['2001:db8::1', false, 'documentation'],
  ['2001:db9::1', true, 'after documentation'],
  ['2002:7f00:1::', false, '6to4, loopback'],
  ['2002:c0a8:101::1', false, '6to4, private'],
  ['2002:808:808::1', false, '6to4'],
  ['2003::1', true, 'a German network'],
  ['2606:4700:4700::1111', true, 'a public resolver'],
  ['2a00:1450:4002:403::200e', true, 'a European network'],
  ['3ffe::1', true, 'global unicast'],
  ['3fff::1', false, 'documentation'],
  ['3fff:1000::1', true, 'after documentation'],
  ['4000::1', false, 'after global unicast'],
  ['5f00::1', false, 'segment routing'],
  ['fc00::1', false, 'unique-local'],
  ['fd00:ec2::254', false, 'AWS metadata'],
  ['fd20:ce::254', false, 'Google metadata'],
  ['fdff:ffff::1', false, 'unique-local'],
  ['fe80::1', false, 'link-local'],
  ['fe80::1%eth0', false, 'link-local with a zone'],
  ['2001:4860::1%1', false, 'a zone'],
  ['fec0::1', false, 'site-local'],
  ['ff02::1', false, 'multicast'],
  ['ff0e::1', false, 'global multicast'],
  ['127.1', false, 'no address'],
  ['2130706433', false, 'no address'],
  ['', false, 'no address'],
]

describe('an address', () => {
  test.each(addresses)('%s is open: %s (%s)', (address, open) => {
    expect(mayConnect(address)).toBe(open)
  })

  test.each(addresses)('opening loopback opens nothing else: %s', (address, open) => {
    const loopback = /^127\.\d+\.\d+\.\d+$|^::1$/.test(address)
    expect(mayConnect(address, true)).toBe(open || loopback)
  })
})

/** Hosts as people write them to get past a check of the text. */
const disguises: [host: string, address: string][] = [
  ['127.0.0.1', '127.0.0.1'],
  ['127.1', '127.0.0.1'],
  ['127.0.1', '127.0.0.1'],
  ['2130706433', '127.0.0.1'],
  ['017700000001', '127.0.0.1'],
  ['0x7f000001', '127.0.0.1'],
  ['0X7F.1', '127.0.0.1'],
  ['0177.0.0.1', '127.0.0.1'],
  ['0177.0.0.0x1', '127.0.0.1'],
  ['0000000177.0.0.1', '127.0.0.1'],
  ['127.0.0.1.', '127.0.0.1'],
  ['%31%32%37.0.0.1', '127.0.0.1'],
  ['１２７.０.０.１', '127.0.0.1'],
  ['127。0。0。1', '127.0.0.1'],
  ['①②⑦.0.0.1', '127.0.0.1'],
  ['127.0.\u00ad0.1', '127.0.0.1'],
  ['0', '0.0.0.0'],
  ['0x0', '0.0.0.0'],
  ['2852039166', '169.254.169.254'],
  ['0xa9fea9fe', '169.254.169.254'],
  ['0251.0376.0251.0376', '169.254.169.254'],
  ['169.254.43518', '169.254.169.254'],
  ['3232235777', '192.168.1.1'],
  ['10.1', '10.0.0.1'],
  ['[::1]', '::1'],
  ['[0:0:0:0:0:0:0:1]', '::1'],
  ['[0000::0001]', '::1'],
  ['[::]', '::'],
  ['[::127.0.0.1]', '::7f00:1'],
  ['[::ffff:127.0.0.1]', '::ffff:7f00:1'],
  ['[::ffff:7f00:1]', '::ffff:7f00:1'],
  ['[::FFFF:A9FE:A9FE]', '::ffff:a9fe:a9fe'],
  ['[64:ff9b::169.254.169.254]', '64:ff9b::a9fe:a9fe'],
  ['[2002:7f00:0001::]', '2002:7f00:1::'],
  ['[fd00:ec2::254]', 'fd00:ec2::254'],
  ['[fe80::1]', 'fe80::1'],
]

describe('a disguised address', () => {
  test.each(disguises)('http://%s/ is %s, and refused', async (host, address) => {
    const url = readUrl(`http://${host}/`)
    expect(typeof url === 'string' ? url : hostOf(url)).toBe(address)
    const resolve = () => Promise.reject(new Error('an address was looked up'))
    for (const scheme of ['http', 'https']) {
      await expect(fetchPage(`${scheme}://${host}/`, { resolve })).rejects.toMatchObject({
        code: 'url_forbidden',
      })
    }
  })

  it('is the same address in every spelling of its four numbers', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    const radix = fc.constantFrom(8, 10, 16)
    const spelling = fc.array(fc.tuple(octet, radix), { minLength: 4, maxLength: 4 })
    const prefix = { 8: '0', 10: '', 16: '0x' }
    fc.assert(
      fc.property(spelling, (numbers) => {
        const written = numbers.map(([number, base]) => {
          const digits = number.toString(base)
          return base === 8 || base === 16 ? prefix[base] + digits : digits
        })
        const plain = numbers.map(([number]) => number).join('.')
        const url = readUrl(`http://${written.join('.')}/`)
        expect(typeof url === 'string' ? url : hostOf(url)).toBe(plain)
      }),
    )
  })
})

describe('an address that a person typed', () => {
  test.each([
    ['', 'malformed'],
    ['notizie', 'malformed'],
    ['www.example.com/articolo', 'malformed'],
    ['/etc/passwd', 'malformed'],
    ['http://', 'malformed'],
    ['http://exa mple.com/', 'malformed'],
    ['http://[fe80::1%25eth0]/', 'malformed'],
    ['http://1.2.3.4.5/', 'malformed'],
    ['http://256.1.1.1/', 'malformed'],
    ['http://example.com:99999/', 'malformed'],
    ['http://localhost%00.example.com/', 'malformed'],
    [`https://example.com/${'a'.repeat(9000)}`, 'malformed'],
    [`https://example.com/${'é'.repeat(3000)}`, 'malformed'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://example.com/', 'scheme'],
    ['gopher://127.0.0.1:6379/_INFO', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,ciao', 'scheme'],
    ['blob:https://example.com/1', 'scheme'],
    ['ws://example.com/', 'scheme'],
    ['localhost:3000', 'scheme'],
    ['https://anna@example.com/', 'credentials'],
    ['https://anna:segreto@example.com/', 'credentials'],
    ['https://:segreto@example.com/', 'credentials'],
    ['https://example.com:443@127.0.0.1/', 'credentials'],
    ['http://example.com:22/', 'port'],
    ['http://example.com:25/', 'port'],
    ['https://example.com:6667/', 'port'],
    ['http://example.com:0/', 'port'],
  ])('%s is refused as %s', async (typed, why) => {
    await expect(fetchPage(typed)).rejects.toMatchObject({ code: 'url_bad', values: { why } })
  })

  it('keeps any other port, and loses blanks around it and its fragment', () => {
    expect(readUrl(' https://Example.com:8443/a?b#c\n')).toMatchObject({
      href: 'https://example.com:8443/a?b',
    })
  })
})
