/** Charts are drawn into a document; where a page is written that is linkedom's, and here the browser has one. */
export const parseHTML = () => ({ document });
