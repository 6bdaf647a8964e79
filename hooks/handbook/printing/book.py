from dataclasses import dataclass
@dataclass
class B: 
    title=''; description=''
def book(site, lang): return B()
