/** A link by which a user comes to a password: the server's address is not known here. */
export function printLink(
  name: string,
  {path, expiresAt}: {readonly path: string; readonly expiresAt: string}
): string {
  return `Give this to ${name}, who opens it behind the address of the server, once, until ${expiresAt}:\n  ${path}\n`
}
