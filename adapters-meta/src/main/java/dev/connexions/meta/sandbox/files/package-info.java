/** Pictures and films under made-up public names, and how Meta fetches and looks at what it is given an address of. */
@NullMarked
package dev.connexions.meta.sandbox.files;

import org.jspecify.annotations.NullMarked;
