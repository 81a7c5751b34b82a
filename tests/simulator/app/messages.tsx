export function Messages({ head }: { head: unknown }) {
  return <div className="css-175oi2r">{head as string}</div>;
}
