/** What a form tells the page of its request through the browser's history. */
export type JustFiled = { isNew?: boolean }
