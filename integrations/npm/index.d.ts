/// <reference path="./qari.d.ts" />

/** Puts a reader at the end of the element given, or of the first one the selector finds. Only in a browser. */
export declare const mount: Qari["mount"];
