// Files the bundler turns into text: the sample's table, and fonts as data addresses.
declare module '*.csv?raw' {
  const text: string;
  export default text;
}
declare module '*.woff2?inline' {
  const address: string;
  export default address;
}
