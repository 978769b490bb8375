import assert from 'node:assert/strict'
import test from 'node:test'
import {addressGuard} from '../../../src/fetch/http/addresses.ts'

const refused = [
  '127.0.0.1 127.8.9.1 ::1 0.0.0.0 ::',
  '10.0.0.7 172.16.0.1 172.31.255.255 192.168.1.1 fd00:ec2::254 fc00::1',
  '100.64.0.1 100.100.100.200 169.254.169.254 fe80::1 fe80::1%eth0',
  '224.0.0.1 ff02::1 255.255.255.255 240.0.0.1 192.0.2.1 198.51.100.1 203.0.113.1 198.18.0.1 2001:db8::1',
  '::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 ::7f00:1 ::ffff:0:10.0.0.1',
  '64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1:: 2001::1 fec0::1 168.63.129.16',
  'localhost 127.1'
].flatMap(line => line.split(' '))

test('refuses every address that is not known to be public', () => {
  const guard = addressGuard([])
  assert.deepEqual(
    refused.filter(address => guard(address) === null),
    []
  )
  assert.equal(guard('10.0.0.7'), '10.0.0.7, an address of a private network')
})

test('lets public addresses pass', () => {
  const guard = addressGuard([])
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])
    assert.equal(guard(address), null)
})

test('an allowed range opens itself alone', () => {
  const guard = addressGuard(['10.1.0.0/16', '127.0.0.1', 'fd12::/48'])
  for (const address of ['10.1.200.3', '127.0.0.1', '::ffff:10.1.0.1', 'fd12::9', '8.8.8.8'])
    assert.equal(guard(address), null)
  for (const address of ['10.2.0.1', '127.0.0.2', 'fd13::9', '::1']) assert.notEqual(guard(address), null)
})

test('a range that is none is named with how to write one', () => {
  for (const text of ['10.1', '10.0.0.0/99', 'localhost', '127.1', ''])
    assert.throws(() => addressGuard([text]), /is no range of addresses; write it as 10\.1\.0\.0\/16/)
})
