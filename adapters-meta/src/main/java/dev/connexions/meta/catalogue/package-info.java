/** What is known about Meta and changes with it: data with a version, in files, checked when the service starts. */
@NullMarked
package dev.connexions.meta.catalogue;

import org.jspecify.annotations.NullMarked;
