/**
 * A cookie that scripts cannot read and other sites cannot send. `__Host-` binds it to this host and to HTTPS;
 * plain http is for a demo on one's own machine.
 */
export function strictCookie(publicUrl: string, name: string) {
  const isHttps = publicUrl.startsWith('https:')
  return {
    name: isHttps ? `__Host-${name}` : name,
    options: { path: '/', httpOnly: true, secure: isHttps, sameSite: 'strict' },
  } as const
}
