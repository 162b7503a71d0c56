/** The lower-case words of something written as people, programs or templates write names: `Order number`, `firstName`, `FIRST_NAME`. */
export function wordsOf(name: string): readonly string[] {
  const spaced = name.slice(0, 200).replace(/([a-z])([A-Z])/g, '$1 $2');
  return spaced.toLowerCase().match(/[a-z]+|[0-9]+/g) ?? [];
}
