import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Does some work whose errors are for people; what went wrong reaches the client as the sentence it is. */
export async function plainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failure(error instanceof Error ? error.message : String(error));
  }
}

/** An answer that says why there is none. */
export function failure(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
