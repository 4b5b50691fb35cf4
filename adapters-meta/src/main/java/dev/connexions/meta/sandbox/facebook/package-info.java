/** Facebook Login for Business: its dialog, its tokens, and the people, pages and portfolios behind them. */
@NullMarked
package dev.connexions.meta.sandbox.facebook;

import org.jspecify.annotations.NullMarked;
