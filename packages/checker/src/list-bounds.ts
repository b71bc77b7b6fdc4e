/** Names of parameters (comparable, see `keyOf`) that let a caller ask for less: limits, pages, filters. */
export const bounds =
  /limit|page|cursor|offset|count|^(max|top|size|take|first|last|skip|n|k|num|head|tail)|max|perpage|results|filter|since|until|from|before|after|range|days|status|state|type|category|token|query|^q$|search|name|prefix|pattern|depth|start|end/
