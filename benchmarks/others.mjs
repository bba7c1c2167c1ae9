// Other checkers of text in Node: times its own calls, so that starting Node does not count.
// Reads {"texts": [...]} from standard input; prints {"package": [milliseconds of each text, ...]}.
import {text as read} from 'node:stream/consumers'
import {text as alex} from 'alex'
import writeGood from 'write-good'

const {texts} = JSON.parse(await read(process.stdin))

const times = (check) =>
  texts.map((text) => {
    const began = performance.now()
    check(text)
    return performance.now() - began
  })

console.log(JSON.stringify({'write-good': times(writeGood), alex: times(alex)}))
