"""Every operator and delimiter token once, without spaces, and how greedy tokens are read."""
a,b,c=7,2,3
print(a+b,a-b,a*b,a**b,a/b,a//b,a%b,a<<b,a>>b,a&b,a|b,a^b,~a,a<b,a>b,a<=b,a>=b,a==b,a!=b,a@b if 0 else'@',sep=';')
for sign in'+= -= *= /= //= %= &= |= ^= >>= <<= **='.split():
    scope={'v':a}
    exec(f'v{sign}{b}',scope)
    print(sign,scope['v'],end='; ')
print()
print((n:=5),[n],{n:n},{n,},(n,))
print(a--b,a- -b,a+-+b,a**-b,-a**b,a<-b,a>-b,a==-b,not-a,~-a,-~a,a//-b,a%-b,1<2<3!=4,a if b>c else-a)
print(a<b==c,(a<b)==c,a<(b==c),1<3>2,3==3in[3],not a in[a],a not in[a]or c,a is not b is c)
x=[*range(3),*'ab'];y={**{'k':1},'l':2};print(x,y,x[1:],x[:-1:2],x[::-1],*x,sep=',')
def f(p,/,q,*,r=1,**s)->int:return(p,q,r,s)
print(f(1,2),f(1,q=2,r=3,p=4),f.__annotations__,(lambda*a,**k:(a,k))(1,z=2))
x[0]=x[1]=9;x[2:]=[];del x[:1];print(x)
d=c=5;d,c=c,d+1;print(d,c,...,Ellipsis is...)
class A:
    z:int;w:str='w';t:'later'=None
@lambda f:f
def decorated():...
print(A.__annotations__,decorated(),1if 0else 2,[i for i in range(5)if i%2if i>1],0or 1and 2)
print(1.,.1,1.5.real,1 .real,a.__class__.__name__,(1).real,'a'.upper()*2,[1,2][-1],'%s'%a,'%s%s'%(a,b))
for source in['a<>b','a=>b','a=<b','a===b','a!b','a&&b','a||b','a++','++a','--a','a?b:c','a:=1','(a:=1)','$a','a`b`','a->b','a**=b','f(**)','f(*)','[*]','{**}','a not b','a is in b','not not a','a !  = b','a: = 1','a..b','a...b','a.1','.a','@','a@','x @= ','1 =1','[a for]','a b','!','~','a ~ b','a <- b','a>>>b','a ** ** b','a, = 1,','*a, = [1]','*a = [1]','(a) = 1','(a,b) += 1','a = yield','lambda: (yield)','a = *b','a = *b,','del *a','del (a), [b]','del a + b','return','f() = 1','a.b: int','(a): int = 1','a, b: int','print a','exec "a"']:
    try:
        compile(source,'ops','exec')
        print(source,'fine')
    except SyntaxError as error:
        print(source,'|',error.msg,error.offset)
