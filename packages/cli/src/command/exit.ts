/** Where a command leaves its exit code; the first one that is not 0 stays. */
export interface Exit {
  with(code: number): void;
  readonly code: number;
}

export function createExit(): Exit {
  let code = 0;
  return {
    with: (given) => {
      if (code === 0) code = given;
    },
    get code() {
      return code;
    },
  };
}
