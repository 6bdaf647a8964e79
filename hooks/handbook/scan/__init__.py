"""Raw text in, lines, trees and blocks out; every mistake a Problem."""
