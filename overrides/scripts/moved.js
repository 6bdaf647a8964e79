// @ts-check
/** A former address, printed perhaps: goes on to the present one with all that stands after the ? and the #. */
const link = document.querySelector("a");
if (link) location.replace(link.href + location.search + location.hash);
