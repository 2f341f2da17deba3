/** Numbers of the bill put together: what comes out stands at the end. */
export function Formula({ terms, result }: { terms: string; result: string }) {
  return (
    <p className="formula">
      {terms} = <b>{result}</b>
    </p>
  )
}
